/** Texts of the screen that asks for the PIN. */
import { defineMessages } from '../../platform/messages.ts';

export const lockTexts = defineMessages({
  title: { vi: 'Nhập mã sáu số', en: 'Enter your six digits' },
  whose: { vi: 'Máy của {owner}', en: 'The device of {owner}' },
  pin: { vi: 'Mã sáu số', en: 'Six digits' },
  open: { vi: 'Mở', en: 'Open' },
  wrong: { vi: 'Mã chưa đúng. Còn {count} lần thử.', en: 'Not the right PIN. {count} tries left.' },
  last: { vi: 'Mã chưa đúng. Còn một lần thử.', en: 'Not the right PIN. One try left.' },
  wait: { vi: 'Sai nhiều lần. Thử lại sau {time}.', en: 'Wrong too often. Try again in {time}.' },
  seconds: { vi: '{count} giây', en: '{count} seconds' },
  minutes: { vi: '{count} phút', en: '{count} minutes' },
  noTries: { vi: 'Đã nhập sai quá nhiều lần', en: 'Wrong too many times' },
  noTriesWhy: { vi: 'Dữ liệu mang theo đã xóa khỏi máy. Việc chưa gửi vẫn còn, được niêm phong. Khi có mạng, nhập mật khẩu và đặt mã mới để mở lại.', en: 'What the device carried was removed. What was not sent is still there, sealed. Once connected, enter your password and choose a new PIN to open it again.' },
  forgot: { vi: 'Quên mã', en: 'Forgot the PIN' },
  forgotWhy: { vi: 'Khi có mạng, nhập mật khẩu và đặt mã mới. Việc chưa gửi không mất.', en: 'While connected, enter your password and choose a new PIN. Nothing unsent is lost.' },
  signedOut: { vi: 'Phiên đăng nhập đã hết', en: 'You are signed out' },
  signedOutWhy: { vi: 'Đăng nhập trước, rồi quay lại đây đặt mã mới.', en: 'Sign in first, then come back here for a new PIN.' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  needsSignal: { vi: 'Cần có mạng. Thử lại khi có mạng.', en: 'This needs a connection. Try again when there is one.' },
  back: { vi: 'Quay lại nhập mã', en: 'Back to the PIN' },
  newPin: { vi: 'Đặt mã mới', en: 'Choose a new PIN' },
  setPin: { vi: 'Đặt mã', en: 'Set the PIN' },
});
