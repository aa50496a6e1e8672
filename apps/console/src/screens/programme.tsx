import { answered, useResource, type Schemas } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Nothing } from '../parts/nothing.js';
import { Loaded, Page } from '../parts/page.js';
import { Changes } from '../programme/changes.js';
import { Cycles } from '../programme/cycles.js';
import { Bars } from '../programme/figure.js';
import { Partnerships } from '../programme/partnerships.js';
import '../programme/programme.css';
import { programmeTexts } from '../programme/texts.js';

type Figures = Schemas['Programme'];

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
            <Nothing title={x.none} in="programme" />
          ) : (
            <Counted data={data} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Counted({ data }: { readonly data: Figures }) {
  const { t } = useSignedIn();
  const x = useTexts(programmeTexts);
  const { status, phase, type } = t.agreements;
  const bar = (key: string, text: string, count: number) => ({ key, text, count });
  const steps = data.funnel.map(({ step, count }) =>
    bar(step, x.steps[step as keyof typeof x.steps], count),
  );
  const phases = data.phases.map((each) => bar(each.phase, t.phases[each.phase], each.count));
  const types = data.types.map((each) => bar(each.type, t.types[each.type].name, each.count));
  const endings = data.endings.map(({ how, count }) =>
    bar(how, x.how[how as keyof typeof x.how], count),
  );
  return (
    <div className="figures-grid">
      <Bars id="funnel" title={x.funnel} note={x.funnelNote} head={status} bars={steps} />
      <Bars id="phases" title={x.phases} head={phase} bars={phases} />
      <Cycles cycles={data.cycles} />
      <Changes changes={data.changes} />
      <Bars id="types" title={x.types} head={type} bars={types} />
      <Bars id="endings" title={x.endings} head={status} bars={endings} />
      <Partnerships pairs={data.partnerships} />
    </div>
  );
}
