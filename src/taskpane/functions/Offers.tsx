import * as React from "react";
import type { OfferedColumn } from "../../actions/index.ts";
import { formatColumn } from "../../core/index.ts";
import type { Desk } from "./desk.ts";
import type { FunctionsTexts } from "./functions-texts.ts";

/** So many are read at a glance; a form of twenty indicators could have sixty. */
const SHOWN = 5;

/** The columns the table could have, one click from a filled form. */
export function Offers(props: {
  readonly offers: readonly OfferedColumn[];
  readonly desk: Desk;
  readonly texts: FunctionsTexts;
}): React.JSX.Element {
  const { offers, desk, texts } = props;
  const [isWhole, setWhole] = React.useState(false);
  const shown = isWhole ? offers : offers.slice(0, SHOWN);
  return (
    <section aria-label={texts.offers}>
      <h2 className="zc-section">
        {texts.offers} <span className="zc-count">{texts.offersNote}</span>
      </h2>
      <ul className="zc-offers">
        {shown.map((offer) => (
          <li
            key={`${offer.function} ${offer.indicator ?? ""} ${offer.at.area.column} ${offer.at.area.row}`}
          >
            <button
              type="button"
              className="zc-offer"
              onClick={() => {
                desk.take(offer);
              }}
            >
              <strong>{texts.offerTitle(offer.function, offer.line)}</strong>
              {offer.indicator !== null && <span>{offer.indicator}</span>}
              <span className="zc-message">{placeOf(offer, texts)}</span>
            </button>
          </li>
        ))}
      </ul>
      {offers.length > shown.length && (
        <button
          type="button"
          className="zc-link zc-more"
          onClick={() => {
            setWhole(true);
          }}
        >
          {texts.allOffers(offers.length)}
        </button>
      )}
    </section>
  );
}

function placeOf({ args, at, line, column }: OfferedColumn, texts: FunctionsTexts): string {
  const name = line === "column" ? formatColumn(at.area.column) : String(at.area.row + 1);
  const place = column === "own" ? texts.ownLine[line](name) : texts.freeLine[line](name);
  return `${args.slice(0, 2).join(", ")} · ${place}`;
}
