import { Gift, Pencil, Trash2, X } from "lucide-react";
import { BackLink } from "../../ui/BackLink.tsx";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Kbd } from "../../ui/Kbd.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { longText, Shelf, States } from "./Shelf.tsx";

const tones = ["give", "ask", "good", "danger", "plain", "quiet"] as const;

const nothing = (): void => undefined;

const verbs = [
  { label: "Edit", picture: <Pencil size={16} aria-hidden />, onChoose: nothing },
  { label: "Merge with another", onChoose: nothing, disabled: true },
  {
    label: "Delete",
    picture: <Trash2 size={16} aria-hidden />,
    tone: "danger" as const,
    onChoose: nothing,
  },
];

/** What is pressed. */
export const Pressing = () => (
  <>
    <Shelf title="Button">
      {tones.map((tone) => (
        <States key={tone}>
          <Button tone={tone}>{tone}</Button>
          <Button tone={tone} data-look="hover">
            hover
          </Button>
          <Button tone={tone} data-look="focus">
            focus
          </Button>
          <Button tone={tone} disabled>
            disabled
          </Button>
          <Button tone={tone} busy>
            busy
          </Button>
          <Button tone={tone} small>
            small
          </Button>
        </States>
      ))}
      <States>
        <Button>
          <Gift size={18} aria-hidden />
          With a picture
        </Button>
        <ButtonLink href="/design">A link</ButtonLink>
        <Button>{longText}</Button>
      </States>
    </Shelf>
    <Shelf title="IconButton, Kbd, BackLink">
      <States>
        <IconButton aria-label="Close">
          <X size={18} aria-hidden />
        </IconButton>
        <IconButton aria-label="Close, hovered" data-look="hover">
          <X size={18} aria-hidden />
        </IconButton>
        <IconButton aria-label="Close, focused" data-look="focus">
          <X size={18} aria-hidden />
        </IconButton>
        <IconButton aria-label="Close, disabled" disabled>
          <X size={18} aria-hidden />
        </IconButton>
        <Kbd keys="g p" />
        <Kbd keys="?" />
        <BackLink href="/design">Back here</BackLink>
      </States>
    </Shelf>
    <Shelf title="Menu">
      <States>
        <Menu label="More" items={verbs} />
        <Menu label="Small" small items={verbs} />
        <Menu label="As a picture" picture={<Pencil size={18} aria-hidden />} items={verbs} />
      </States>
    </Shelf>
  </>
);
