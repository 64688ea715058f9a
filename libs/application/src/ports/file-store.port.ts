/** Uploaded files, kept by the hash of their content. */
export interface FileStore {
  /** Takes a file in from a path, unless it is there. Within a transaction. */
  add(sha256: string, path: string): Promise<void>;
  /** Writes a file's bytes to a path. Throws where there is no such file. */
  copyTo(sha256: string, path: string): Promise<void>;
  /** Forgets a file's bytes, unless a report or an issued paper needs them. Within a transaction. */
  remove(sha256: string): Promise<void>;
}
