export type { FileRead, FileUnreadable, ReadRow, UnreadableCode } from "./fileRead.ts";
export { fileInspection, inspectFile } from "./inspectFile.ts";
export { type FileAsked, fileReading, readFile } from "./readFile.ts";
