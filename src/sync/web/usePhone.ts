/** The phone half for screens that act on it; undefined until it has come, and on a device that was never prepared. */
import { useEffect, useState } from 'react';
import { findPhone, usePhoneState } from '../../shell/offline.ts';
import type { Phone, PhoneState } from '../phone/phone.ts';

export function usePhone(): { readonly phone: Phone | undefined; readonly state: PhoneState | undefined } {
  const state = usePhoneState();
  const [phone, setPhone] = useState<Phone>();
  const is = state?.is;
  useEffect(() => {
    let isGone = false;
    void findPhone().then((found) => { if (!isGone) setPhone(found); });
    return () => { isGone = true; };
  }, [is]);
  return { phone, state };
}
