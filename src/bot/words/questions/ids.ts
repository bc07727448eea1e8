import { isNobody } from './nobody.ts'
import { maskIds, type Masked } from './quoted.ts'

/** Words of the letters that ids are made of, with nothing around them that might belong to one. */
const WORD = /(?<![\w.@+#|/\\~$%<-])@?[A-Za-z0-9+][\w.@+#|~-]{0,97}\w(?![\w@+#|/\\~$%(-])/g

/** Unmistakably no word of a language, and yet no id. */
const NO_ID = [
  // Codes of vendors and enumerators.
  /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/,
  /^(?:err|error|code|errcode)_/i,
  // Names of members.
  /^(?:user|from|to|msg|message|group|device|app|sdk|cert|task|account|client|sender|receiver)_(?:id|name|key|seq|account|token|sig|no)$/i,
  // Keys of messages: `1_2_1764000000`.
  /^\d{1,12}_\d{1,12}_\d{8,12}$/,
  // Amounts, times of day, lengths of time, dates, versions, shares.
  /^[+]?\d[\d.,]*(?:st|nd|rd|th|s|sec|secs|ms|m|min|mins|h|hr|hrs|hour|hours|d|day|days|w|week|weeks|am|pm|a\.m|p\.m|x|k|w|g|mb|gb|kb)?$/i,
  /^(?:\d{1,5}[smhdw]){1,4}$/i,
  /^\d{4}-\d{1,2}-\d{1,2}(?:[t ].*)?$/i,
  /^v?\d+(?:\.\d+){1,4}(?:[-.]?[a-z]+\d*)?$/i,
  /^(?:note|mi|targetsdk|api|sdk|rn|vue|unity|flutter|web|tuikit|timsdk|imsdk|uikit)[-.]?\d[\w.+-]{0,10}$/i,
  /^(?:h5|h264|p8|p12|utf-?8|base64|md5|sha\d+|x86|arm\d+|http2|wifi6?|[2-6]g|i18n|es\d|oauth2|web3|app-id|c2c|k8s)$/i,
  // Files, packages and hosts of others.
  /\.(?:js|ts|java|kt|swift|m|h|xml|plist|json|gradle|md|log|txt|html?|apk|ipa|aar|jar|png|jpe?g|zip)$/i,
  /^(?:com|org|io|cn|net|www|developer|console|cloud)\.[a-z]/i,
  // A signature, a token in hexadecimal.
  /^eJ[\w*-]{20,}$/,
  /^[0-9a-f]{32,}$/i,
]

const isId = (word: string): boolean =>
  (/[_@]/.test(word.slice(1)) || (/\d/.test(word) && /[A-Za-z]{2}/.test(word)) || /[A-Za-z]\.[A-Za-z]/.test(word)) &&
  !/^@TGS#/i.test(word) &&
  !isNobody(word) &&
  !NO_ID.some((form) => form.test(word))

/**
 * Takes each word that can only be an id for one letter: `uid_5`, `tim507`, `li.lei@example.com`. So no way of asking takes a
 * piece of it for a word of its own.
 */
export const maskPlainIds = (masked: Masked): Masked => maskIds(masked, WORD, isId)
