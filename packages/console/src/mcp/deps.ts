import type { DocumentStore } from '@zhibiao/store';

/** What an assistant's questions are answered from. */
export interface AssistantDeps {
  readonly store: DocumentStore;
  /** where people open the console, without a slash at the end: addresses in answers begin with it */
  readonly console: string;
}
