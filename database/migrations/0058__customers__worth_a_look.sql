-- Pairs below .75 are proposed as well where they are worth a look; what the tables hold is told anew.

comment on table customers.likely_pairs is 'Every two compared records that are one person with a probability of .75 or more, or are worth a look. Proposals are those of them that are joined or asked about; a run over a part of the records follows all of them.';
comment on column customers.proposals.probability is 'The chance that they are one person; below .75 the pair is no more than worth a look, and its first reason says why.';
