import { Disclosure } from "../../ui/Disclosure.tsx";

interface BeforeYouSendProps {
  readonly partnerId: string;
  readonly name: string;
}

export const BeforeYouSend = ({ partnerId }: BeforeYouSendProps) => (
  <Disclosure summary="Before you send">
    <p key={partnerId} />
  </Disclosure>
);
