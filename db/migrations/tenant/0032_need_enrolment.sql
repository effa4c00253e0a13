-- An enrolment names the need that it answers; the other way round would say the same twice.
alter table training_need drop column enrolment_id;
create index enrolment_need on enrolment (need_id) where need_id is not null;
