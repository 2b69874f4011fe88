export type {
  ConnectionsFile,
  ConnectionsRead,
  ConnectionsUnreadable,
  ReadRow,
  UnreadableCode,
} from "./connectionsFile.ts";
export { cellCharactersMax, columnsMax } from "./csvRecords.ts";
export { decodeFile } from "./decodeFile.ts";
export { headerSearchRowsMax } from "./header.ts";
export { connectionsReading, readConnections } from "./readConnections.ts";
