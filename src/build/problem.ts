/** Something in the content that an author must mend. `message` says what is wrong and what to do. */
export interface Problem {
  file: string;
  rule: string;
  message: string;
}
