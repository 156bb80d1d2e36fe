"""Alignment measured against pairs aligned by hand: what is found, and what of it is right."""
from __future__ import annotations
import json, sys, time, random
from pathlib import Path
from l10n.parser import parse
from l10n.dialects import DIALECTS
from l10n.alignment.align import align
from l10n.targets import Localised
from bench.perturbed import CHANGES, numbered
C=Path('/work/shared/corpus')
LOC=Localised(("//[{locale}.]", "/[{locale}/]"), ("en",), ("fr",))
R=DIALECTS['remark']
def measure(en, lines, pairs, v=0):
    fr=parse("\n".join(l for l,_ in lines),R)
    t=time.process_time(); a=align(en,fr,LOC); t=time.process_time()-t
    le=[en.line_of(s.span.start) for s in en.segments]; lf=[lines[fr.line_of(s.span.start)-1][1] for s in fr.segments]
    gold={tuple(p) for p in pairs if p[0] in le and p[1] in lf}
    got={(le[m.source[0]],lf[m.target[0]]):m for m in a.matches}
    sure={p for p,m in got.items() if m.confidence>=.9 and len(m.source)==len(m.target)}
    fz={p for p,m in got.items() if m.confidence>=.5}
    if v:
            for p in sorted(set(got)-gold): m=got[p]; print('   WRONG' if p in sure else '   wrong',p,f'{m.confidence:.3f}',m.source,m.target,[en.segments[i].msgid[:40] for i in m.source],[fr.segments[i].msgid[:40] for i in m.target])
            for p in sorted(gold-fz): print('   MISSED',p, f'{got[p].confidence:.3f}' if p in got else '', en.segments[le.index(p[0])].msgid[:60],'|',fr.segments[lf.index(p[1])].msgid[:60])
    return len(gold),len(sure),len(sure&gold),len(fz&gold),t
if __name__=='__main__':
    v='-v' in sys.argv
    names=[a for a in sys.argv[1:] if a!='-v'] or list(CHANGES)
    data=[]
    for d in sorted((C/'pairs').iterdir())+[C/'seed']:
        g=json.loads((d/'gold.json').read_text())
        data.append((d.name,parse((d/'en.md').read_text(),R),(d/'fr.md').read_text(),g['pairs']))
    for n in names:
        tot=[0]*5; parts=[]
        for name,en,fr,pairs in data:
          for seed in range(1 if n in('as it is','Kanji','Cyrillic') else 3):
            if v: print(n,name,seed)
            r=measure(en,CHANGES[n](numbered(fr),random.Random(seed)),pairs,v)
            tot=[a+b for a,b in zip(tot,r)]
        g,s,ok,f,t=tot
        print(f"{n:22} gold {g} sure {s} precision {ok/max(1,s):.4f} wrong {s-ok} recall {f/g:.4f}  sure-recall {ok/g:.4f}  {t:.2f} s",flush=True)
