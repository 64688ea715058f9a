/** A letter by e-mail. */
export interface Letter {
  /** The same for every try at one letter, so that who gets it twice can tell. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends e-mail. */
export interface Mailer {
  /** Resolves once a server has taken the letter; throws, without any password, where none did. */
  send(letter: Letter): Promise<void>;
}
