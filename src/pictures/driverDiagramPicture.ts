export type DiagramColumn = 'AIM' | 'PRIMARY' | 'SECONDARY' | 'CHANGE_IDEA';

export interface DiagramNode {
  /** Unique in the diagram. */
  readonly id: string;
  readonly column: DiagramColumn;
  readonly text: string;
  /** Smaller, below the text: state, figures. It says in words what `isFaded` shows. */
  readonly detail: string | null;
  /** Drawn with dashes and in grey, as what is no longer pursued. */
  readonly isFaded: boolean;
}

/** What moves what: between any two columns, named from either end. */
export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
}

/** All that is drawn of a driver diagram. Every text in it may come from a user and is treated as text. */
export interface DriverDiagramPicture {
  /** Unique in a page: ids of parts of the drawing are made from it. */
  readonly id: string;
  readonly title: string;
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}
