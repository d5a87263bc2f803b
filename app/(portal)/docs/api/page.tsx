import { apiDocument } from "@/app/api/v1/document";
import { ApiBasics } from "@/components/api/api-basics";
import { ApiOperation } from "@/components/api/api-operation";
import { ApiShape } from "@/components/api/api-shape";
import { PageHeader } from "@/components/shell/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";

export const metadata = { title: "API" };

export default async function ApiPage() {
  await requireViewer();
  const { baseUrl, apiRequestsPerMinute } = env();
  const { operations, shapes } = apiDocument().readable;
  const tags = [...new Set(operations.map(({ tag }) => tag))];

  return (
    <div className="mx-auto grid max-w-4xl grid-cols-1 gap-8">
      <PageHeader
        title="API"
        description={
          <>
            Everything that the portal does, for programs.{" "}
            <a
              href="/api/v1/openapi.json"
              className="touch-target text-link underline underline-offset-4"
            >
              The same as an OpenAPI document
            </a>
          </>
        }
      />
      <nav aria-label="On this page">
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {["Basics", ...tags, "Shapes"].map((name) => (
            <li key={name}>
              <a href={`#${anchorOf(name)}`} className="touch-target text-link hover:underline">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ApiBasics baseUrl={baseUrl} perMinute={apiRequestsPerMinute} />
      {tags.map((tag) => (
        <section key={tag} aria-labelledby={anchorOf(tag)} className="grid grid-cols-1 gap-3">
          <h2 id={anchorOf(tag)} className="text-lg font-semibold">
            {tag}
          </h2>
          {operations
            .filter((operation) => operation.tag === tag)
            .map((operation) => (
              <ApiOperation key={operation.id} operation={operation} />
            ))}
        </section>
      ))}
      <section aria-labelledby="shapes" className="grid grid-cols-1 gap-3">
        <h2 id="shapes" className="text-lg font-semibold">
          Shapes
        </h2>
        {shapes.map((shape) => (
          <ApiShape key={shape.name} shape={shape} />
        ))}
      </section>
    </div>
  );
}

const anchorOf = (name: string) => name.toLowerCase().replaceAll(/[^a-z]+/g, "-");
