/** Roles given at a unit (`donVi` in the address), or everywhere within one's reach. */
import { useAddressValue } from '../../ui/address.ts';
import { Act } from '../../ui/Act.tsx';
import { useText } from '../../ui/language.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { UNIT_PARAM } from '../../modules/membership/web/UnitFilter.tsx';
import { accessWeb as texts } from './access.web.messages.ts';
import { AssignmentSection } from './AssignmentSection.tsx';
import { PlaceFilter, usePlaceName } from './place.tsx';
import { RolesTable } from './RolesTable.tsx';
import classes from './access.module.css';

export function UnitAssignmentsPage() {
  const { t } = useText();
  const [unitId] = useAddressValue(UNIT_PARAM);
  const name = usePlaceName(unitId);
  const who = `/ai-xem-duoc${unitId ? `?${UNIT_PARAM}=${unitId}` : ''}`;
  return (
    <>
      <PageHead title={t(texts.unitAssignmentsTitle)} description={t(texts.unitAssignmentsAbout)} acts={<Act href={who}>{t(texts.whoTitle)}</Act>} />
      <div className={classes.filters}><PlaceFilter label={t(texts.unitFilter)} /></div>
      <AssignmentSection key={unitId ?? ''} unit={unitId ? { id: unitId, label: name } : undefined} mayGrant />
      <RolesTable />
    </>
  );
}
