-- What a mark is about: `meetings`, of which it names the day, or `people`; nothing where it is about all that is said of the
-- unit (docs/decisions/0021).
alter table figure_marks add column about text;
alter table figure_marks add constraint figure_marks_about_known check (about in ('people', 'meetings'));
