-- Row security of one province. Forced: the owner of the tables is bound too; no role bypasses it.
-- area: by the hamlet a fact belongs to · unit: by the unit · reference: read by all of the province · self: own rows ·
-- system: only the program's own workers. The scope kind is stated in each table's comment.

alter table household enable row level security;
alter table household force row level security;
create policy read on household for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])));
create policy add on household for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));
create policy change on household for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));

alter table residence enable row level security;
alter table residence force row level security;
create policy read on residence for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])));
create policy add on residence for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));
create policy change on residence for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));

alter table person enable row level security;
alter table person force row level security;
create policy read on person for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])));
create policy add on person for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));
create policy change on person for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));

alter table person_past enable row level security;
alter table person_past force row level security;
create policy read on person_past for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])));
create policy add on person_past for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));
create policy change on person_past for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));

alter table person_identifier enable row level security;
alter table person_identifier force row level security;
create policy read on person_identifier for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])));
create policy add on person_identifier for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));
create policy change on person_identifier for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));

alter table membership enable row level security;
alter table membership force row level security;
create policy read on membership for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])));
create policy add on membership for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));
create policy change on membership for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));

alter table characteristic enable row level security;
alter table characteristic force row level security;
create policy read on characteristic for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])));
create policy add on characteristic for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));
create policy change on characteristic for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));

alter table population_count enable row level security;
alter table population_count force row level security;
create policy read on population_count for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])));
create policy add on population_count for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));
create policy change on population_count for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));

alter table registry_complete enable row level security;
alter table registry_complete force row level security;
create policy read on registry_complete for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])));
create policy add on registry_complete for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));
create policy change on registry_complete for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));

alter table change_row enable row level security;
alter table change_row force row level security;
-- a change of a unit (plan, period, type) lies in no hamlet: whoever sees the event sees it
create policy read on change_row for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[]) or (hamlet_id is null and event_id in (select id from audit_event))));
create policy add on change_row for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or (hamlet_id is null and event_id in (select id from audit_event))));

alter table assessment enable row level security;
alter table assessment force row level security;
create policy read on assessment for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on assessment for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy change on assessment for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));

alter table computed_class enable row level security;
alter table computed_class force row level security;
create policy read on computed_class for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on computed_class for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy change on computed_class for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));

alter table class_change enable row level security;
alter table class_change force row level security;
create policy read on class_change for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on class_change for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));

alter table recognised_status enable row level security;
alter table recognised_status force row level security;
create policy read on recognised_status for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on recognised_status for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy change on recognised_status for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));

alter table finding enable row level security;
alter table finding force row level security;
create policy read on finding for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on finding for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy change on finding for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));

alter table rollup_status enable row level security;
alter table rollup_status force row level security;
create policy read on rollup_status for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on rollup_status for insert with check ((select ext.is_system()));
create policy remove on rollup_status for delete using ((select ext.is_system()));

alter table import_batch enable row level security;
alter table import_batch force row level security;
create policy read on import_batch for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])));
create policy add on import_batch for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])));
create policy change on import_batch for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])));

alter table import_mapping enable row level security;
alter table import_mapping force row level security;
create policy read on import_mapping for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])));
create policy add on import_mapping for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])));
create policy change on import_mapping for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])));

alter table stored_file enable row level security;
alter table stored_file force row level security;
create policy read on stored_file for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])));
create policy add on stored_file for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])));
create policy change on stored_file for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])));

alter table plan_row enable row level security;
alter table plan_row force row level security;
create policy read on plan_row for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])));
create policy add on plan_row for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])));
create policy change on plan_row for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])));

alter table typed_figure enable row level security;
alter table typed_figure force row level security;
create policy read on typed_figure for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])));
create policy add on typed_figure for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])));
create policy change on typed_figure for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])));

alter table frozen_figure enable row level security;
alter table frozen_figure force row level security;
create policy read on frozen_figure for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])));
create policy add on frozen_figure for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])));

alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy read on audit_event for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])));
-- whoever may do a thing at all leaves its trace: a surveyor writes no unit, yet each deed is filed under the own one
create policy add on audit_event for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.read_units())::text[])));

alter table review_round enable row level security;
alter table review_round force row level security;
create policy read on review_round for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])) and (select ext.has_field('poverty')));
create policy add on review_round for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));
create policy change on review_round for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));

alter table review_result_set enable row level security;
alter table review_result_set force row level security;
create policy read on review_result_set for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])) and (select ext.has_field('poverty')));
create policy add on review_result_set for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));
create policy change on review_result_set for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));

alter table classify_run enable row level security;
alter table classify_run force row level security;
create policy read on classify_run for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])) and (select ext.has_field('poverty')));
create policy add on classify_run for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));

alter table hamlet enable row level security;
alter table hamlet force row level security;
create policy read on hamlet for select using ((select ext.actor()) is not null);
create policy add on hamlet for insert with check ((select ext.writes_all()) or (select ext.write_units()) is not null);
create policy change on hamlet for update using ((select ext.writes_all()) or id = any ((select ext.write_hamlets())::uuid[])) with check ((select ext.writes_all()) or id = any ((select ext.write_hamlets())::uuid[]));

alter table hamlet_unit enable row level security;
alter table hamlet_unit force row level security;
create policy read on hamlet_unit for select using ((select ext.actor()) is not null);
create policy add on hamlet_unit for insert with check ((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]));
create policy change on hamlet_unit for update using ((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) with check ((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]));

alter table area_type enable row level security;
alter table area_type force row level security;
create policy read on area_type for select using ((select ext.actor()) is not null);
create policy add on area_type for insert with check ((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or hamlet_id = any ((select ext.write_hamlets())::uuid[]));
create policy change on area_type for update using ((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) with check ((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or hamlet_id = any ((select ext.write_hamlets())::uuid[]));

alter table reporting_period enable row level security;
alter table reporting_period force row level security;
create policy read on reporting_period for select using ((select ext.actor()) is not null);
create policy add on reporting_period for insert with check ((select ext.writes_all()));
create policy change on reporting_period for update using ((select ext.writes_all())) with check ((select ext.writes_all()));

alter table command_log enable row level security;
alter table command_log force row level security;
create policy own on command_log for select using (actor = (select ext.actor()));
create policy add on command_log for insert with check (actor = (select ext.actor()));
create policy answer on command_log for update using (actor = (select ext.actor())) with check (actor = (select ext.actor()));

alter table dirty_log enable row level security;
alter table dirty_log force row level security;
create policy mark on dirty_log for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])));
create policy read on dirty_log for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])));
create policy done on dirty_log for delete using ((select ext.is_system()));

alter table audit_seal enable row level security;
alter table audit_seal force row level security;
create policy work on audit_seal for select using ((select ext.is_system()));
create policy seal on audit_seal for insert with check ((select ext.is_system()));

-- Search without tone marks: only leakproof operators use an index under row security, so one function of its own role looks with the
-- scope predicate inside. It answers ids only; the caller reads the rows under its own policies.
create policy search on person for select to sinhke_search using (true);
create policy search on household for select to sinhke_search using (true);
create index person_name_end on person (reverse(name_folded) collate "C");
create index person_name_trigram on person using gin (name_folded ext.gin_trgm_ops);

-- `query` is folded; `exact`, in small letters, are its spellings with marks: names that hold one of them come first, then names that begin
-- with the query, end with it, hold it. Two letters are looked for at the beginning of words. One way after the other until there are
-- enough: trigrams of names are so common that their index is the dearest way (tens of milliseconds of a million names), so it comes last, and words
-- that most names hold ("thi") are found in the first 20,000 before it. Of a few hamlets all names are read instead.
create function search_person_ids(query text, most integer, exact text[] default '{}') returns table (person_id uuid)
  language plpgsql stable security definer set search_path from current set enable_seqscan = off
  as $$
  declare
    wanted constant integer := least(most, 200);
    hamlets constant uuid[] := ext.read_hamlets();
    few constant boolean := not ext.reads_all() and cardinality(hamlets) <= 60;
    piece constant text := case when length(query) < 3 then ' ' || query else query end;
    pattern constant text := '%' || replace(replace(replace(piece, '\', '\\'), '%', '\%'), '_', '\_') || '%';
    marked constant text[] := array(select '%' || replace(replace(replace(e, '\', '\\'), '%', '\%'), '_', '\_') || '%' from unnest(exact) e);
    own constant text := 'select p.id, p.full_name, p.name_folded from person p where p.voided_at is null'
      || case when ext.reads_all() then '' else ' and p.hamlet_id = any ($4)' end;
    begins constant text := own || ' and p.name_folded >= $1 and p.name_folded < $1 || chr(1114111) order by p.name_folded limit 3000';
    ends constant text := own || ' and reverse(p.name_folded) collate "C" >= reverse($2) and reverse(p.name_folded) collate "C" < reverse($2) || chr(1114111)'
      || ' order by reverse(p.name_folded) collate "C" limit 3000';
    few_hold constant text := 'select * from (' || own || ' offset 0) p where p.name_folded like $3 limit 3000';
    first_hold constant text := 'select * from (' || own || ' limit 20000) p where p.name_folded like $3';
    hold constant text := own || ' and p.name_folded like $3 limit 3000';
    choose constant text := case when cardinality(exact) = 0 then 'select c.id, true as good from (%s) c limit $6'
      else 'select c.id, lower(c.full_name collate "vi-x-icu") like any ($5) as good from (%s) c order by 2 desc limit $6' end;
    way text;
    good uuid[];
    other uuid[];
    all_good uuid[] := '{}';
    all_other uuid[] := '{}';
  begin
    foreach way in array case when few then array[begins, few_hold] else array[begins, ends, first_hold, hold] end loop
      -- planned each time, with the values known
      execute 'select array_agg(id) filter (where good), array_agg(id) filter (where not good) from (' || format(choose, way) || ') r'
        into good, other using query, piece, pattern, hamlets, marked, wanted;
      all_good := all_good || good;
      all_other := all_other || other;
      exit when cardinality(all_good) >= wanted;
    end loop;
    return query select id from unnest(all_good || all_other) with ordinality as u (id, at) group by id order by min(at) limit wanted;
  end
  $$;
