import type { ImportPreview as Preview } from "@comity/domain/partner/schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "../../ui/Button.tsx";
import { Dialog, DialogActions } from "../../ui/Dialog.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { useFirstFocus } from "../../ui/useFirstFocus.ts";
import { workspace } from "../../workspace/client.ts";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import { bringIn } from "./bringIn.ts";
import { chooseImportFile } from "./chooseFile.ts";
import { countsInWords, outcomeInWords } from "./countsInWords.ts";
import styles from "./ImportPreview.module.css";

interface ImportPreviewProps {
  readonly file: File;
  readonly onClose: () => void;
}

/** What a file would bring, before anything is kept. */
export const ImportPreview = ({ file, onClose }: ImportPreviewProps) => {
  const client = useQueryClient();
  const preview = useQuery({
    queryKey: ["import preview", file.name, file.size, file.lastModified],
    queryFn: () => workspace.imports.preview(file),
    gcTime: 0,
    staleTime: 0,
  });
  const found = preview.isFetching ? undefined : preview.data;
  const { error } = preview;
  const news = found === undefined ? 0 : found.counts.new + found.counts.updated;
  return (
    <Dialog title={file.name} tone="give" wide onClose={onClose}>
      {found !== undefined && <FoundRows found={found} />}
      {found === undefined && error === null && <Waiting />}
      {error !== null && (
        <Trouble onRetry={() => void preview.refetch()}>{readingTroubleInWords(error)}</Trouble>
      )}
      <DialogActions>
        {error !== null && <Button onClick={chooseImportFile}>Choose another file</Button>}
        <Button tone="quiet" onClick={onClose}>
          {news === 0 && found !== undefined ? "Close" : "Cancel"}
        </Button>
        {news > 0 && (
          <BringIn
            onBringIn={() => {
              onClose();
              void bringIn(file, news, client);
            }}
          />
        )}
      </DialogActions>
    </Dialog>
  );
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
              <td>{row.name}</td>
              <td>{row.organisation}</td>
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
