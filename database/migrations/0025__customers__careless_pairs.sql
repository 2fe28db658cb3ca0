-- Pairs of one person of which one record was written badly are learnt as a kind of their own, and
-- the features have new places: models are learnt anew by the next run over all records.

truncate customers.models, customers.model_weights, customers.model_values;

alter table customers.models add column careless_pairs numeric not null;
comment on column customers.models.careless_pairs is 'Pairs of records of one person, one of them written badly.';

alter table customers.model_weights add column careless numeric not null;
comment on column customers.model_weights.careless is 'Share among pairs of one person of which one record was written badly.';
