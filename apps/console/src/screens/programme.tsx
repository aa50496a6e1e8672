import { answered, useResource } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Empty, Loaded, Page } from '../parts/page.js';
import { Changes } from '../programme/changes.js';
import { Cycles } from '../programme/cycles.js';
import { Bars } from '../programme/figure.js';
import { Partnerships } from '../programme/partnerships.js';
import '../programme/programme.css';
import { programmeTexts } from '../programme/texts.js';

/** The programme in figures; each picture is a table and a file too. */
export default function ProgrammeScreen() {
  const { t, client, me } = useSignedIn();
  const x = useTexts(programmeTexts);
  const figures = useResource(`figures ${me.person}`, () => answered(client.GET('/v1/programme')));
  return (
    <Page
      title={t.programme.title}
      {...(figures.data !== null && { lead: <p>{x.lead(figures.data.agreements)}</p> })}
    >
      <Loaded of={figures}>
        {(data) =>
          data.agreements === 0 ? (
            <Empty title={x.none} />
          ) : (
            <div className="figures-grid">
              <Bars
                id="funnel"
                title={x.funnel}
                note={x.funnelNote}
                head={t.agreements.status}
                bars={data.funnel.map(({ step, count }) => ({
                  key: step,
                  text: x.steps[step as keyof typeof x.steps],
                  count,
                }))}
              />
              <Bars
                id="phases"
                title={x.phases}
                head={t.agreements.phase}
                bars={data.phases.map(({ phase, count }) => ({
                  key: phase,
                  text: t.phases[phase],
                  count,
                }))}
              />
              <Cycles cycles={data.cycles} />
              <Changes changes={data.changes} />
              <Bars
                id="types"
                title={x.types}
                head={t.agreements.type}
                bars={data.types.map(({ type, count }) => ({
                  key: type,
                  text: t.types[type].name,
                  count,
                }))}
              />
              <Bars
                id="endings"
                title={x.endings}
                head={t.agreements.status}
                bars={data.endings.map(({ how, count }) => ({
                  key: how,
                  text: x.how[how as keyof typeof x.how],
                  count,
                }))}
              />
              <Partnerships pairs={data.partnerships} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
