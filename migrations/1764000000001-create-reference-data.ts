import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReferenceData1764000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table health_board (
        id uuid primary key,
        code text not null unique,
        name text not null
      );
      create table council_area (
        id uuid primary key,
        code text not null unique,
        name text not null,
        former_codes text[] not null default '{}',
        health_board_id uuid not null references health_board
      );
      create table agency_type (
        id uuid primary key,
        code text not null unique,
        label text not null,
        is_verified boolean not null
      );
      create table quality_framework (
        id uuid primary key,
        name text not null,
        edition text not null,
        published_year int not null check (published_year between 1990 and 2100),
        publisher text not null,
        unique (name, edition)
      );
      create table quality_indicator (
        id uuid primary key,
        framework_id uuid not null references quality_framework,
        code text not null,
        title text not null,
        domain text not null,
        area text not null,
        is_verified boolean not null,
        unique (framework_id, code)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table quality_indicator, quality_framework, agency_type, council_area, health_board');
  }
}
