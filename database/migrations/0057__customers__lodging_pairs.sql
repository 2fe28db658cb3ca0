-- Strangers under one roof with one telephone are learnt as a kind of their own: models are learnt
-- anew by the next run over all records.

truncate customers.models, customers.model_weights, customers.model_values;

alter table customers.models add column lodging_pairs numeric not null;
comment on column customers.models.lodging_pairs is 'Pairs of records of strangers under one roof: a care home, a house of many flats.';

alter table customers.model_weights add column lodging numeric not null;
comment on column customers.model_weights.lodging is 'Share among pairs of records of strangers under one roof.';
