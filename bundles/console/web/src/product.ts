import { t } from './language'
/** What the operator calls the product (`product.name`), written into the page by the server; empty where nothing was said. */
const given = document.querySelector<HTMLMetaElement>('meta[name=application-name]')?.content ?? ''

export const productName = given || t('县乡行政执法协作')
/** What ends the title of the browser's window. */
export const titleEnd = given || t('獬豸')
