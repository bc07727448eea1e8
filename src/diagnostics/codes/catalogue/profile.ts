import type { CodeEntry } from '../entry.ts'
import { badBody, callerNotAdmin, fixBody, importAccount, neverImported, passing, retry, useAdmin } from './phrases.ts'
import { entries } from './rows.ts'

export const profile: readonly CodeEntry[] = entries({ area: 'profile', source: 'chat' }, [
  ['40001', ['A parameter is not valid.', '参数非法。'], badBody, fixBody],
  [
    '40002',
    ['The profile query names no account.', '查询资料时未指定账号。'],
    ['To_Account is empty.', 'To_Account 为空。'],
    ['Put at least one UserID into To_Account.', '在 To_Account 中至少填入一个 UserID。'],
  ],
  ['40003', ['The UserID does not exist.', 'UserID 不存在。'], neverImported, importAccount],
  ['40004', ['The call needs administrator rights.', '该操作需要管理员权限。'], callerNotAdmin, useAdmin],
  ['40006', ['The profile service had an internal error.', '资料服务内部错误。'], passing, retry],
  [
    '40007',
    ['This profile field may not be read.', '没有读取该资料字段的权限。'],
    ['The custom field does not grant reading to this caller.', '自定义字段未向调用方开放读权限。'],
    ['Change the read permission of the field in the console.', '在控制台修改该字段的读权限。'],
  ],
  [
    '40008',
    ['This profile field may not be written.', '没有写入该资料字段的权限。'],
    ['The custom field does not grant writing to this caller.', '自定义字段未向调用方开放写权限。'],
    ['Change the write permission of the field in the console.', '在控制台修改该字段的写权限。'],
  ],
  [
    '40009',
    ['The profile field is unknown.', '资料字段不存在。'],
    ['The tag is misspelt, or the custom field was never created.', 'Tag 拼写有误，或自定义字段尚未创建。'],
    [
      'Use a standard Tag_Profile_IM_ field, or create the custom field first.',
      '使用标准的 Tag_Profile_IM_ 字段，或先创建自定义字段。',
    ],
  ],
  [
    '40601',
    ['The value of a profile field is too long.', '资料字段的值过长。'],
    ['It exceeds 500 bytes.', '超过 500 字节。'],
    ['Shorten the value to 500 bytes.', '把值缩短到 500 字节以内。'],
  ],
  [
    '40605',
    ['The value of a standard field is not allowed.', '标准资料字段的值不合法。'],
    ['It is none of the values defined for this field.', '不在该字段规定的取值范围内。'],
    ['Use one of the documented values.', '改用文档列出的取值。'],
  ],
  [
    '40610',
    ['The value of a profile field has the wrong type.', '资料字段的值类型不对。'],
    ['A number was sent for a string, or the reverse.', '该传字符串的传了数字，或反过来。'],
    ['Send the type that the field is defined with.', '按字段定义的类型传值。'],
  ],
])
