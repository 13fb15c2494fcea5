import { t } from '../language'
/** The kinds of entry of the record, as the API calls them. */
export const AUDIT_KINDS = [['signIn', t('登录')], ['signOut', t('退出')], ['password', t('修改密码')], ['token', t('令牌')], ['account', t('账号管理')], ['register', t('名录与导入')], ['rules', t('规则管理')],
  ['settings', t('设置')], ['export', t('导出')], ['read', t('查看受记录的信息')], ['action', t('办理事项')], ['refused', t('被拒绝的请求')], ['verification', t('审计检验')]] as const
