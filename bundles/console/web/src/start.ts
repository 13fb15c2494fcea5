import { createApp } from 'vue'
import App from './App.vue'
import { elements } from './elements'
import { router } from './router'

createApp(App).use(elements).use(router).mount('#app')
