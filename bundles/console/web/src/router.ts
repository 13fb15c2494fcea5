import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router'
import { ElMessage } from 'element-plus'
import { watchProblems } from './api/client'
import { isSample, titleEnd } from './product'
import { useSession } from './session'
import LoginPage from './pages/LoginPage.vue'
import DeskPage from './pages/DeskPage.vue'
import { t } from './language'

declare module 'vue-router' {
  interface RouteMeta { title: string; open?: boolean; role?: string; /** Without the frame for those who are signed in. */ bare?: boolean }
}

/** What everybody sees first comes at once, every other page when it is asked for. */
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', redirect: '/desk' },
    { path: '/login', component: LoginPage, meta: { title: t('登录'), open: true, bare: true } },
    { path: '/complaints', component: () => import('./pages/ComplaintPage.vue'), meta: { title: t('投诉举报'), open: true, bare: true } },
    { path: '/complaints/query', component: () => import('./pages/ComplaintQueryPage.vue'), meta: { title: t('投诉举报查询'), open: true, bare: true } },
    { path: '/public', component: () => import('./pages/PublicPage.vue'), meta: { title: t('公开服务'), open: true, bare: true } },
    { path: '/public/policy', component: () => import('./pages/PublicPolicyPage.vue'), meta: { title: t('规则说明'), open: true, bare: true } },
    { path: '/guide', component: () => import('./pages/GuidePage.vue'), beforeEnter: () => isSample || '/desk', meta: { title: t('十分钟走一遍'), open: true, bare: true } },
    { path: '/password', component: () => import('./pages/PasswordPage.vue'), meta: { title: t('修改密码') } },
    { path: '/desk', component: DeskPage, meta: { title: t('我的工作台') } },
    { path: '/matters', component: () => import('./pages/MatterListPage.vue'), meta: { title: t('事项') } },
    { path: '/matters/new', component: () => import('./pages/NewMatterPage.vue'), meta: { title: t('新建事项') } },
    { path: '/matters/:id', component: () => import('./pages/MatterPage.vue'), props: true, meta: { title: t('事项') } },
    { path: '/matters/:id/print', component: () => import('./pages/MatterPrintPage.vue'), props: true, meta: { title: t('打印事项'), bare: true } },
    { path: '/calendar', component: () => import('./pages/CalendarPage.vue'), meta: { title: t('日历') } },
    { path: '/registers', component: () => import('./pages/RegistersPage.vue'), meta: { title: t('名录') } },
    { path: '/notices', component: () => import('./pages/NoticesPage.vue'), meta: { title: t('提醒') } },
    { path: '/reminders', component: () => import('./pages/RemindersPage.vue'), meta: { title: t('提醒设置') } },
    { path: '/sharing', component: () => import('./pages/SharingPage.vue'), meta: { title: t('信息共享') } },
    { path: '/calculator', component: () => import('./pages/CalculatorPage.vue'), meta: { title: t('期限试算'), open: true } },
    { path: '/policies', component: () => import('./pages/PoliciesPage.vue'), meta: { title: t('规则对照'), open: true } },
    { path: '/assessment', component: () => import('./pages/AssessmentPage.vue'), meta: { title: t('考核') } },
    { path: '/overview', component: () => import('./pages/LeaderPage.vue'), meta: { title: t('概览') } },
    { path: '/overview/list', component: () => import('./pages/ListingPage.vue'), meta: { title: t('明细') } },
    { path: '/oversight', component: () => import('./pages/OversightPage.vue'), meta: { title: t('监督查阅') } },
    { path: '/bulletin', component: () => import('./pages/BulletinPage.vue'), meta: { title: t('工作简报') } },
    { path: '/audit', component: () => import('./pages/AuditPage.vue'), meta: { title: t('审计'), role: 'auditor' } },
    { path: '/admin', component: () => import('./pages/AdminPage.vue'), meta: { title: t('系统管理'), role: 'administrator' } },
    { path: '/admin/accounts', component: () => import('./pages/AccountsPage.vue'), meta: { title: t('账号'), role: 'administrator' } },
    { path: '/admin/organs', component: () => import('./pages/OrgansPage.vue'), meta: { title: t('机关'), role: 'administrator' } },
    { path: '/admin/jobs', component: () => import('./pages/JobsPage.vue'), meta: { title: t('任务和导入记录'), role: 'administrator' } },
    { path: '/admin/reminders', component: () => import('./pages/ReminderReachPage.vue'), meta: { title: t('提醒'), role: 'administrator' } },
    { path: '/admin/delivery', component: () => import('./pages/DeliveryPage.vue'), meta: { title: t('平台外提醒'), role: 'administrator' } },
    { path: '/admin/health', component: () => import('./pages/HealthPage.vue'), meta: { title: t('健康'), role: 'administrator' } },
    { path: '/rules', redirect: '/rules/policy' },
    { path: '/rules/recomputation', component: () => import('./pages/RecomputationPage.vue'), meta: { title: t('重算在办期限'), role: 'administrator' } },
    { path: '/rules/templates', component: () => import('./pages/TemplatesPage.vue'), meta: { title: t('文书模板'), role: 'administrator' } },
    { path: '/rules/node', component: () => import('./pages/NodePage.vue'), meta: { title: t('运行状态'), role: 'administrator' } },
    { path: '/rules/:subject(policy|calendar)', component: () => import('./pages/RulesPage.vue'), props: true, meta: { title: t('规则管理'), role: 'administrator' } },
    { path: '/rules/:subject(policy|calendar)/:version', component: () => import('./pages/RulePreviewPage.vue'), props: true, meta: { title: t('规则预览'), role: 'administrator' } },
    { path: '/:rest(.*)', redirect: '/desk' },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

const { session, known, forget } = useSession()

router.beforeEach(async to => {
  await known()
  if (to.meta.open) return to.path === '/login' && session.value ? backOf(to) : true
  if (!session.value) return { path: '/login', query: { back: to.fullPath } }
  if (session.value.mustChangePassword && to.path !== '/password') return { path: '/password', query: { back: to.fullPath } }
  if (to.meta.role && !session.value.roles.includes(to.meta.role)) return '/desk'
  return true
})

router.afterEach(to => { document.title = `${to.meta.title} - ${titleEnd}` })

/** After an upgrade the parts of the former console are gone: the page is loaded anew, once, with the new ones. */
addEventListener('vite:preloadError', event => {
  if (history.state?.anew) return
  event.preventDefault()
  history.replaceState({ ...history.state, anew: true }, '')
  location.reload()
})

/** Only a path of this console, so that a crafted link cannot lead elsewhere after sign-in. */
export function backOf(route: RouteLocationNormalized): string {
  const back = String(route.query.back ?? '')
  return /^\/(?![/\\])/.test(back) && !back.startsWith('/login') ? back : '/desk'
}

watchProblems(problem => {
  if (problem.code === 'must-change-password') void router.push({ path: '/password', query: { back: router.currentRoute.value.fullPath } })
  const ended = problem.code === 'session-expired' || problem.code === 'not-signed-in'
  if (!ended || !session.value) return
  forget()
  const here = router.currentRoute.value
  if (here.meta.open) ElMessage.warning(t('登录已过期，请重新登录'))
  else void router.push({ path: '/login', query: { back: here.fullPath, expired: '1' } })
})
