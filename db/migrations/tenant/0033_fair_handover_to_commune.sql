-- Who registered for training at a fair and is handed to the commune of residence by an office that may not write training needs: the trade told, when and by whom.
alter table fair_followup add column wanted_trade text references trade (code);
alter table fair_followup add column handed_on date;
alter table fair_followup add column handed_by text;
alter table fair_followup add constraint fair_followup_handed check ((handed_on is null) = (handed_by is null));
