/** A reason not to start that the operator can mend: a program prints only its sentence and ends with code 1. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartError';
  }
}
