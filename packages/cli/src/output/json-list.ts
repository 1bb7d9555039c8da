/** Writes `{"name":[…]}` item by item, so that a long list need not be held in memory. */
export class JsonList {
  readonly #out: (text: string) => void;
  #first = true;

  constructor(name: string, out: (text: string) => void) {
    this.#out = out;
    out(`{${JSON.stringify(name)}:[`);
  }

  add(item: unknown): void {
    this.#out(`${this.#first ? '\n' : ',\n'}${JSON.stringify(item)}`);
    this.#first = false;
  }

  end(): void {
    this.#out(`\n]}\n`);
  }
}
