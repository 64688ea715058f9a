/** Who is assessed, under which programme. */
export interface SubjectKey {
  /** Programme id (项目编码). */
  readonly programme: string;
  /** Division code or credit code (主体代码). */
  readonly code: string;
}
