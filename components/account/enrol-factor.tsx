import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";

type EnrolFactorProps = {
  secret: string;
  address: string;
  picture: { size: number; path: string };
};

/** What to show to the app: a picture, or on the phone itself a link, or the key to type. */
export function EnrolFactor({ secret, address, picture: { size, path } }: EnrolFactorProps) {
  return (
    <Card aria-labelledby="app">
      <CardHeader>
        <CardTitle id="app">1. Show it to your app</CardTitle>
        <CardDescription>
          Any app for codes by time (TOTP) will do. Scan the picture, or type the key.
        </CardDescription>
      </CardHeader>
      <CardContent className="flex flex-wrap items-start gap-5">
        <svg
          role="img"
          aria-label="A QR code with the key"
          viewBox={`0 0 ${size} ${size}`}
          shapeRendering="crispEdges"
          className="size-52 rounded-md border border-border"
        >
          <rect width={size} height={size} fill="#fff" />
          <path d={path} fill="#000" />
        </svg>
        <dl className="grid gap-1">
          <dt className="font-medium">Key</dt>
          <dd>
            <code className="select-all">{secret}</code>
          </dd>
          <dt className="mt-2 font-medium">On this device</dt>
          <dd>
            <a href={address} className="touch-target text-link underline underline-offset-4">
              Open it in an app
            </a>
          </dd>
        </dl>
      </CardContent>
    </Card>
  );
}
