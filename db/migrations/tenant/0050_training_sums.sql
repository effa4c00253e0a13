-- A line of money serves many communes, a licence counts the learners of all its classes. Row security hides the classes of others; these functions of
-- the search role answer the least: a sum, a count. Not which class, not whose.
grant select on training_class, enrolment to sinhke_search;
create policy search on training_class for select to sinhke_search using (true);
create policy search on enrolment for select to sinhke_search using (true);

-- planned cost of the classes that stand on each line
create function training_line_used(lines uuid[]) returns table (line uuid, dong bigint)
  language sql stable security definer set search_path from current
  as $$
  select c.funding_line_id, sum(coalesce(c.cost_dong, 0))::bigint from training_class c
  where (select ext.actor()) is not null and c.funding_line_id = any (lines) and c.voided_at is null and c.state <> 'cancelled' group by 1
  $$;

-- learners of a provider in the classes of a year, dropped ones and one class left out
create function provider_learners(provider uuid, year integer, without uuid) returns integer
  language sql stable security definer set search_path from current
  as $$
  select count(*)::integer from enrolment e join training_class c on c.id = e.class_id
  where (select ext.actor()) is not null and c.provider_id = provider and c.id <> without and c.voided_at is null and e.voided_at is null and e.state <> 'dropped' and c.state <> 'cancelled'
    and extract(year from coalesce(c.opened_on, c.planned_from, c.state_on)) = year
  $$;

-- Who works for an organisation has no unit, and a class takes people of other communes: such a deed is filed under the unit of the class by whoever did it,
-- its rows of the change feed follow the deed. Everybody sees the own deeds.
drop policy read on audit_event;
create policy read on audit_event for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or actor = (select ext.actor())));
drop policy add on audit_event;
create policy add on audit_event for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.read_units())::text[]) or (actor = (select ext.actor()) and cardinality((select ext.organisations())) > 0)));
drop policy add on change_row;
create policy add on change_row for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or (hamlet_id is null and event_id in (select id from audit_event)) or event_id in (select id from audit_event where actor = (select ext.actor()))));

-- the commune where a learner lives sees the class, whoever opened it
drop policy read on training_class;
create policy read on training_class for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or hamlet_id = any ((select ext.read_hamlets())::uuid[]) or provider_id = any ((select ext.organisations())::uuid[])
  or exists (select from enrolment e where e.class_id = training_class.id and e.voided_at is null and e.hamlet_id = any ((select ext.read_hamlets())::uuid[]))) and (select ext.has_field('training')));
