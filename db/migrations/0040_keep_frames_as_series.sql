-- Acts on scoring frames are kept as those on rules are: what they changed is a series of entries.
update score_frame_acts set
  before = before - 'frames' || jsonb_build_object('entries', before -> 'frames'),
  after = after - 'frames' || jsonb_build_object('entries', after -> 'frames')
where before ? 'frames';
