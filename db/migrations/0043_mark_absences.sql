-- Who was missing again counts elsewhere than before: the earlier place is marked for that figure alone.
alter table figure_marks drop constraint figure_marks_about_known;
alter table figure_marks add constraint figure_marks_about_known check (about in ('people', 'meetings', 'absences'));
