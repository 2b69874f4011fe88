import type { FileReading, ImportPreview as Found } from "@comity/domain/partner/schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Suspense } from "react";
import { Button } from "../../ui/Button.tsx";
import { lazyPart } from "../../ui/lazyPart.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { workspace } from "../../workspace/client.ts";
import { bringIn, takeOut } from "./bringIn.ts";
import { chooseImportFile } from "./chooseFile.ts";
import { rowsInWords } from "./countsInWords.ts";
import { FilePreview } from "./FilePreview.tsx";
import styles from "./FileSteps.module.css";
import { type ImportFile, importFiles } from "./importFiles.ts";
import { readFirstRows } from "./mapping/firstRows.ts";
import { Done, Running, Undone } from "./Outcomes.tsx";
import { codeOf, fileBytesMax, refusalInWords, tooLargeInWords } from "./refusalInWords.ts";
import { sourceInWords } from "./sources.ts";

const Mapping = lazyPart(async () => (await import("./mapping/Mapping.tsx")).Mapping);

interface FileStepsProps {
  readonly item: ImportFile;
  readonly next: ImportFile | undefined;
}

const keptMs = 10 * 60_000;

/** What is asked about a file is asked once: the file does not change. */
const asked = { staleTime: Number.POSITIVE_INFINITY, gcTime: keptMs };

const useReading = ({ key, file, source }: ImportFile) =>
  useQuery({
    queryKey: ["import", key, "reading", source ?? null],
    queryFn: async (): Promise<FileReading> => {
      // A file that is gone from the disk is told from a server that is.
      await file.slice(0, 1).arrayBuffer();
      const reading = await workspace.imports.inspect(file, source);
      if (reading.mapping === null) return reading;
      return { ...reading, columns: await readFirstRows(file, reading.columns) };
    },
    enabled: file.size <= fileBytesMax,
    ...asked,
  });

const queryOf = ({ source, mapping }: ImportFile) => ({
  ...(source === undefined ? {} : { source }),
  ...(mapping === undefined ? {} : { mapping }),
});

/** From a chosen file to the people in it: what it is, what its columns are, what it would bring, what it brought. */
export const FileSteps = ({ item, next }: FileStepsProps) => {
  const { file } = item;
  const reading = useReading(item);
  return (
    <section className={styles.steps} aria-label={file.name}>
      <header className={styles.head}>
        <h2>
          <bdi>{file.name}</bdi>
        </h2>
        {reading.data !== undefined && <p>{readingInWords(reading.data)}</p>}
      </header>
      <Step item={item} next={next} reading={reading} />
    </section>
  );
};

const readingInWords = ({ source, rows }: FileReading): string =>
  `${sourceInWords[source]} · ${rowsInWords(rows, source === "vcard")}`;

interface StepProps extends FileStepsProps {
  readonly reading: ReturnType<typeof useReading>;
}

const Step = ({ item, next, reading }: StepProps) => {
  const client = useQueryClient();
  const { key, file, outcome } = item;
  const onOutcome = (became: ImportFile["outcome"]): void =>
    importFiles.change(key, { outcome: became });
  const bringing = (people: number) => ({ file, query: queryOf(item), people, onOutcome });

  if (outcome?.is === "running") return <Running people={outcome.people} />;
  if (outcome?.is === "done") {
    const { brought } = outcome;
    return (
      <Done
        brought={brought}
        next={next}
        onUndo={() => void takeOut(brought, bringing(0), client)}
      />
    );
  }
  if (outcome?.is === "undone") {
    return <Undone kept={outcome.kept} onAgain={() => void lookAnew(item, client)} />;
  }
  if (file.size > fileBytesMax) return <Refused words={tooLargeInWords} />;
  if (reading.data === undefined) {
    return reading.error === null ? (
      <Waiting />
    ) : (
      <Refused
        words={refusalInWords(reading.error)}
        onRetry={() => void reading.refetch()}
        {...(codeOf(reading.error) === "duplicate-header"
          ? { onTable: () => importFiles.change(key, { source: "csv" }) }
          : {})}
      />
    );
  }
  const { mapping: suggested, columns } = reading.data;
  if (suggested !== null && item.mapping === undefined) {
    return (
      <Suspense fallback={<Waiting />}>
        <Mapping
          columns={columns}
          suggested={suggested}
          onMapping={(mapping) => importFiles.change(key, { mapping })}
        />
      </Suspense>
    );
  }
  return (
    <Look
      item={item}
      isTable={columns.length > 0 && (suggested !== null || item.source !== "csv")}
      onBringIn={(people) => void bringIn(bringing(people), client)}
    />
  );
};

/** After an undo the file is read against those who are here now. */
const lookAnew = async (
  { key }: ImportFile,
  client: ReturnType<typeof useQueryClient>,
): Promise<void> => {
  client.removeQueries({ queryKey: ["import", key, "preview"] });
  importFiles.change(key, { outcome: undefined });
};

interface LookProps {
  readonly item: ImportFile;
  readonly isTable: boolean;
  readonly onBringIn: (people: number) => void;
}

const Look = ({ item, isTable, onBringIn }: LookProps) => {
  const { key, file, source, mapping } = item;
  const preview = useQuery({
    queryKey: ["import", key, "preview", source ?? null, mapping ?? null],
    queryFn: (): Promise<Found> => workspace.imports.preview(file, queryOf(item)),
    ...asked,
    // Somebody may have been added since.
    staleTime: 0,
  });
  const toColumns = isTable
    ? () => importFiles.change(key, { source: "csv", mapping: undefined })
    : undefined;
  if (preview.data === undefined || (preview.isFetching && preview.isStale)) {
    return preview.error === null || preview.isFetching ? (
      <Waiting />
    ) : (
      <Refused
        words={refusalInWords(preview.error)}
        onRetry={() => void preview.refetch()}
        onTable={toColumns}
      />
    );
  }
  return (
    <FilePreview
      found={preview.data}
      isMapped={mapping !== undefined}
      onColumns={toColumns}
      onBringIn={onBringIn}
    />
  );
};

interface RefusedProps {
  readonly words: string;
  readonly onRetry?: () => void;
  readonly onTable?: (() => void) | undefined;
}

/** The file stays where it is: what is wrong can be mended, and the same file tried again. */
const Refused = ({ words, onRetry, onTable }: RefusedProps) => (
  <div className={styles.refused}>
    <p role="alert">{words}</p>
    <div className={styles.verbs}>
      <Button tone="give" onClick={chooseImportFile}>
        Choose another file
      </Button>
      {onTable !== undefined && <Button onClick={onTable}>Say what the columns are</Button>}
      {onRetry !== undefined && (
        <Button tone="quiet" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  </div>
);

const Waiting = () => (
  <div className={styles.waiting} aria-busy="true" aria-label="Reading the file">
    <Skeleton width="min(26rem, 100%)" height="1.8rem" />
    <Skeleton width="10rem" height="2.75rem" />
    <Skeleton width="100%" height="18rem" />
  </div>
);
