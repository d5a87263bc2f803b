import { transportHeadersFor } from "./headers.mjs";
import { noteSite } from "./metrics.mjs";
import { makePublicFiles } from "./public-files.mjs";
import { answerOther } from "./public-methods.mjs";
import { portalUrlOf, publicPathOf, statusPlace } from "./public-place.mjs";
import { chosenZone, makeZones } from "./public-zones.mjs";
import { startPublisher } from "./publisher.mjs";
import { log } from "./request-log.mjs";

/** Starts the thread that prepares the public site; gives what answers its reads. */
export function publishSite({ dataDir, statusUrl }) {
  const place = statusPlace(statusUrl);
  const transport = transportHeadersFor(statusUrl);
  const files = makePublicFiles(transport);
  const zones = makeZones((wanted) => publisher.want(wanted));
  const onZoned = ({ name, file }) => {
    if (file) files.keepZoned(file);
    zones.settle(name);
  };
  const onStanding = (standing) => {
    files.stand(standing);
    noteSite({ since: standing.staleSince });
  };
  const publisher = startPublisher(
    { dataDir, url: statusUrl, onStanding, onZoned },
    (change) => {
      files.replace(change);
      noteSite({ isChange: true });
    },
    (error) => log.error({ err: error }, "the public site could not be prepared"),
  );
  function read(request, response, path) {
    const query = request.url.split("?", 2)[1];
    const zone = chosenZone(query);
    const answer = () => files.answer(request, response, path, query);
    if (zone !== undefined && files.isToMake(path, zone)) zones.want(path, zone, answer);
    else answer();
  }

  return {
    /** Answers what is asked of the public site, and says whether it was that. */
    answers(request, response) {
      const path = publicPathOf(request.url, request.headers.host, place);
      if (path === undefined) {
        request.url = portalUrlOf(request.url, request.headers.host, place);
        return false;
      }
      if (request.method === "GET" || request.method === "HEAD") read(request, response, path);
      else {
        response.setHeaders(new Headers(transport));
        answerOther(request, response);
      }
      return true;
    },
    end: () => publisher.end(),
  };
}
