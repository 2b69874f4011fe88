import type { ImportPreview as Preview } from "@comity/domain/partner/schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { Button } from "../../ui/Button.tsx";
import { Dialog, DialogActions } from "../../ui/Dialog.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { useFirstFocus } from "../../ui/useFirstFocus.ts";
import { workspace } from "../../workspace/client.ts";
import { bringIn } from "./bringIn.ts";
import { chooseImportFile } from "./chooseFile.ts";
import { countsInWords, outcomeInWords } from "./countsInWords.ts";
import styles from "./ImportPreview.module.css";
import { codeOf, fileBytesMax, refusalInWords, tooLargeInWords } from "./refusalInWords.ts";

interface ImportPreviewProps {
  readonly file: File;
  /** To the page of imports, with the file. */
  readonly onCloser: () => void;
  readonly onClose: () => void;
}

/** What a file would bring, in short, over whatever page one is on. */
export const ImportPreview = ({ file, onCloser, onClose }: ImportPreviewProps) => {
  const client = useQueryClient();
  const isTooLarge = file.size > fileBytesMax;
  const preview = useQuery({
    queryKey: ["import preview", file.name, file.size, file.lastModified],
    queryFn: () => workspace.imports.preview(file),
    enabled: !isTooLarge,
    gcTime: 0,
    staleTime: 0,
  });
  const found = preview.isFetching ? undefined : preview.data;
  const isUnknownTable = codeOf(preview.error) === "mapping-needed";
  const error = isUnknownTable ? null : preview.error;
  const isRefused = isTooLarge || error !== null;
  const people = found === undefined ? 0 : found.counts.new + found.counts.updated;
  useUnknownTable(isUnknownTable, onCloser);
  return (
    <Dialog title={file.name} tone="give" wide onClose={onClose}>
      {found !== undefined && <FoundRows found={found} />}
      {found === undefined && !isRefused && <Waiting />}
      {isTooLarge && <Trouble>{tooLargeInWords}</Trouble>}
      {error !== null && (
        <Trouble onRetry={() => void preview.refetch()}>{refusalInWords(error)}</Trouble>
      )}
      <DialogActions>
        {isRefused && <Button onClick={chooseImportFile}>Choose another file</Button>}
        {found !== undefined && <Button onClick={onCloser}>Look closer</Button>}
        <Button tone="quiet" onClick={onClose}>
          {people === 0 && found !== undefined ? "Close" : "Cancel"}
        </Button>
        {people > 0 && (
          <BringIn
            onBringIn={() => {
              onClose();
              void bringIn({ file, people }, client);
            }}
          />
        )}
      </DialogActions>
    </Dialog>
  );
};

/** Columns are not said in a sheet: there is a page for that. */
const useUnknownTable = (isUnknown: boolean, onUnknown: () => void): void => {
  const go = useEffectEvent(onUnknown);
  useEffect(() => {
    if (isUnknown) go();
  }, [isUnknown]);
};

const BringIn = ({ onBringIn }: { readonly onBringIn: () => void }) => (
  <Button tone="give" ref={useFirstFocus<HTMLButtonElement>()} onClick={onBringIn}>
    Bring them in
  </Button>
);

const rowsShown = 8;

const FoundRows = ({ found }: { readonly found: Preview }) => (
  <>
    <output className={styles.sentence}>{countsInWords(found.counts)}</output>
    {found.rows.length > 0 && (
      <table className={styles.rows}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Organisation</th>
            <th scope="col">Will be</th>
          </tr>
        </thead>
        <tbody>
          {found.rows.slice(0, rowsShown).map((row) => (
            <tr key={row.row}>
              <td>
                <bdi>{row.name}</bdi>
              </td>
              <td>
                <bdi>{row.organisation}</bdi>
              </td>
              <td>{outcomeInWords[row.outcome]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {found.rows.length > rowsShown && (
      <p className={styles.more}>
        {`and ${(found.rows.length - rowsShown).toLocaleString("en")} more`}
      </p>
    )}
    {found.skipped.length > 0 && <Skipped skipped={found.skipped} />}
  </>
);

const skippedShown = 200;

const Skipped = ({ skipped }: Pick<Preview, "skipped">) => (
  <Disclosure
    summary={
      skipped.length === 1
        ? "Why one line is left out"
        : `Why ${skipped.length.toLocaleString("en")} lines are left out`
    }
    open={skipped.length <= 5}
  >
    <ul className={styles.skipped}>
      {skipped.slice(0, skippedShown).map(({ row, message }) => (
        <li key={`${row} ${message}`}>
          {message.includes(`ine ${row}`) ? message : `Line ${row}: ${message}`}
        </li>
      ))}
    </ul>
  </Disclosure>
);

const Waiting = () => (
  <div className={styles.waiting} aria-busy="true" aria-label="Reading the file">
    <Skeleton width="26rem" height="1.6rem" />
    <Skeleton width="100%" height="14rem" />
  </div>
);
