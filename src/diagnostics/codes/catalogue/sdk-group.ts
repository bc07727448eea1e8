import type { CodeEntry } from '../entry.ts'
import { argument, groupTypeRule, planLimit, slowDown, upgradePlan } from './phrases.ts'
import { entries } from './rows.ts'

export const sdkGroup: readonly CodeEntry[] = [
  ...entries({ area: 'sdk-group', source: 'chat' }, [
    [
      '8501',
      ['The group ID is not allowed.', '群 ID 不合法。'],
      [
        'It is too long, has other characters, or starts with a reserved prefix.',
        '过长、含有非法字符，或以保留前缀开头。',
      ],
      [
        'Use up to 48 bytes of printable ASCII that do not start with @TGS#.',
        '使用 48 字节以内的可打印 ASCII，且不以 @TGS# 开头。',
      ],
    ],
    [
      '8502',
      ['The group name is not allowed.', '群名称不合法。'],
      ['It exceeds 30 bytes.', '超过 30 字节。'],
      ['Shorten the name to 30 bytes.', '把名称缩短到 30 字节以内。'],
    ],
    [
      '8503',
      ['The group introduction is not allowed.', '群简介不合法。'],
      ['It exceeds 240 bytes.', '超过 240 字节。'],
      ['Shorten the introduction to 240 bytes.', '把简介缩短到 240 字节以内。'],
    ],
    [
      '8504',
      ['The group notice is not allowed.', '群公告不合法。'],
      ['It exceeds 300 bytes.', '超过 300 字节。'],
      ['Shorten the notice to 300 bytes.', '把公告缩短到 300 字节以内。'],
    ],
    [
      '8505',
      ['The URL of the group avatar is not allowed.', '群头像 URL 不合法。'],
      ['It exceeds 100 bytes.', '超过 100 字节。'],
      ['Use a shorter URL.', '换用更短的 URL。'],
    ],
    [
      '8506',
      ['The name card is not allowed.', '群名片不合法。'],
      ['It exceeds 50 bytes.', '超过 50 字节。'],
      ['Shorten the name card to 50 bytes.', '把群名片缩短到 50 字节以内。'],
    ],
    ['8507', ['The group would have too many members.', '群成员数超限。'], planLimit, upgradePlan],
    [
      '8508',
      ['A private group takes no join requests.', '私有群不允许申请加入。'],
      groupTypeRule,
      ['Let a member invite the user instead.', '改由群成员邀请加入。'],
    ],
    [
      '8509',
      ['Nobody can be invited as the owner.', '不能以群主身份邀请成员。'],
      argument,
      ['Invite with another role, then transfer the ownership.', '以其他角色邀请，再转让群主。'],
    ],
    [
      '8510',
      ['The invitation names nobody.', '邀请成员数为 0。'],
      argument,
      ['Add at least one user to the invitation.', '至少指定一名被邀请人。'],
    ],
    [
      '8511',
      ['Group attributes are called too often.', '群属性接口调用过于频繁。'],
      ['At most 5 writes a second and 20 reads in 5 seconds.', '写操作每秒最多 5 次，读操作每 5 秒最多 20 次。'],
      slowDown,
    ],
    [
      '8512',
      ['The count of online members is asked for too often.', '查询在线人数过于频繁。'],
      ['Once in 60 seconds is allowed.', '每 60 秒最多查询一次。'],
      slowDown,
    ],
    [
      '8513',
      ['Group profiles are asked for too often.', '查询群资料过于频繁。'],
      ['Once a second is allowed.', '每秒最多查询一次。'],
      slowDown,
    ],
    [
      '8514',
      ['The list of joined groups is asked for too often.', '查询已加入群列表过于频繁。'],
      ['Once a second is allowed.', '每秒最多查询一次。'],
      slowDown,
    ],
  ]),
  ...entries({ area: 'sdk-group', source: 'chat-2023' }, [
    [
      '8515',
      ['Members of this group may not be marked.', '该群不支持标记成员。'],
      groupTypeRule,
      ['Mark members only in group types that allow it.', '仅在支持的群类型中标记成员。'],
    ],
  ]),
]
