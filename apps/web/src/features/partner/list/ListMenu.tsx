import { CheckSquare, Download, MoreHorizontal } from "lucide-react";
import { Menu } from "../../../ui/Menu.tsx";
import { exportAddress, type Shown } from "./shown.ts";

interface ListMenuProps {
  readonly shown: Shown;
  readonly isPicking: boolean;
  readonly onPick: () => void;
  readonly onAll: () => void;
}

/** Follows a link to a file, as a press on it would. */
const download = (href: string): void => {
  const link = document.createElement("a");
  link.href = href;
  link.download = "";
  link.click();
};

/** What can be done with all that is shown. */
export const ListMenu = ({ shown, isPicking, onPick, onAll }: ListMenuProps) => (
  <Menu
    label="More for this list"
    picture={<MoreHorizontal size={18} aria-hidden />}
    items={[
      {
        label: isPicking ? "Stop selecting" : "Select…",
        picture: <CheckSquare size={16} aria-hidden />,
        onChoose: onPick,
      },
      {
        label: "Select all of these",
        picture: <CheckSquare size={16} aria-hidden />,
        onChoose: onAll,
      },
      {
        label: "Export as a table (CSV)",
        picture: <Download size={16} aria-hidden />,
        onChoose: () => download(exportAddress(shown, "csv")),
      },
      {
        label: "Export as contacts (vCard)",
        picture: <Download size={16} aria-hidden />,
        onChoose: () => download(exportAddress(shown, "vcard")),
      },
    ]}
  />
);
