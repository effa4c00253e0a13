-- The province's plan of a review is read by every commune: its dates hold where the commune has set none.

drop policy read on review_round;

create policy read on review_round for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or exists (select from ref.unit u where u.uid = unit_uid and u.level = 'province')) and (select ext.has_field('poverty')));

drop policy read on review_milestone;

create policy read on review_milestone for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or exists (select from ref.unit u where u.uid = unit_uid and u.level = 'province')) and (select ext.has_field('poverty')));
