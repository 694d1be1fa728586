-- Petitions are kept by the month in which they were raised: what is said of one concerns those figures alone.
alter table figure_marks drop constraint figure_marks_about_known;
alter table figure_marks add constraint figure_marks_about_known check (about in ('people', 'meetings', 'absences', 'petitions'));
