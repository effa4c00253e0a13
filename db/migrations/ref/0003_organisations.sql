-- Who works for an organisation: the centre that trains, the centre that places. Its own rows are seen by it without any right to an area.

alter table ref.assignment add column organisation_id uuid;
alter table ref.assignment drop constraint assignment_role_check;
alter table ref.assignment add constraint assignment_role_check
  check (role in ('surveyor', 'commune', 'district', 'province', 'leader', 'auditor', 'admin', 'training_centre', 'job_centre'));
alter table ref.assignment add constraint assignment_organisation
  check (role <> 'training_centre' or organisation_id is not null);

create function ext.organisations() returns uuid[] language sql stable parallel safe
  as $$ select nullif(current_setting('app.organisations', true), '')::uuid[] $$;
