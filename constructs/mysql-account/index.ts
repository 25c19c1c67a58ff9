export { MysqlProvider, type MysqlProviderConfig } from "./bindings/mysql-provider";
export { MysqlAccount, type MysqlAccountProps } from "./mysql-account";
