import { loadLanguage } from './language'
import './theme'

/** Texts stand in constants too, so the language comes first. */
void loadLanguage().then(() => import('./start'))
